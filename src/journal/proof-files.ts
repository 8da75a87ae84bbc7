// One signature with its path to the root of the journal's tree, as files that a stranger can check without our
// program: with OpenSSL and a page of steps.
import { sealedText } from './seal.ts'
import type { Sibling, Tree } from './tree.ts'
import type { Entry } from './types.ts'

export interface Proving {
  readonly entry: Entry
  readonly hidden: { readonly salt: string; readonly fields: Readonly<Record<string, string>> } | undefined
  readonly path: readonly Sibling[]
  readonly tree: Tree
  readonly school: string
  /** The hashes of the words signed and of the whole edition. */
  readonly texts: ReadonlyMap<string, string>
}

/** File names and contents. Every byte counts: no file has a line end that was not hashed. */
export function proofFiles(proving: Proving): ReadonlyMap<string, string> {
  const { entry, hidden, path, tree, texts } = proving
  const fields = Object.entries(hidden?.fields ?? {}).filter(([field]) => field === 'name' || field === 'known')
  return new Map([
    ['STEPS.txt', stepsFor(proving)],
    ['check.sh', script],
    ['entry.json', sealedText(entry)],
    ['path.txt', path.map(({ side, hash }) => `${side} ${hash}\n`).join('')],
    ['tree.txt', `${tree.size}:${tree.root}\n`],
    ...(hidden === undefined ? [] : ([['salt.txt', hidden.salt]] as const)),
    ...fields.map(([field, text]) => [`${field}.txt`, text] as const),
    ...[...texts].map(([hash, text]) => [`${hash}.txt`, text] as const),
  ])
}

function stepsFor({ entry, tree, school, hidden }: Proving): string {
  const named = hidden === undefined ? 'The name was erased at the person’s wish, and is not in here.' : ''
  return `One signature from the journal of ${school}, and how to check it without asking the school for anything else.

Entry ${entry.seq} is one of the ${tree.size} entries that the journal had when this was made. Nobody else's name is in here.${named === '' ? '' : ` ${named}`}

You need a shell (bash) and OpenSSL. All steps at once:   bash check.sh
Or one by one:

1. The entry. Its hash is the SHA-256 of entry.json, to the byte:
   openssl dgst -sha256 -r entry.json
   It must begin with the verification code on the certificate (without its hyphens).

2. The words. "wording" and "text" in entry.json are the SHA-256 of the two files that are named after them:
   openssl dgst -sha256 -r *[0-9a-f].txt

3. The name. "hidden" in entry.json holds HMAC-SHA-256 of name.txt (as typed) and known.txt (the school's record), with
   salt.txt as the key:
   openssl dgst -sha256 -hmac "$(cat salt.txt)" name.txt

4. The way up. Put a zero byte before the entry's hash and take the SHA-256 of the 33 bytes. Then, for each line of
   path.txt: put a byte 01 first, then the two hashes (the line's own first where it says "left", last where it says
   "right"), and take the SHA-256 of the 65 bytes. What comes out last must be the root in tree.txt. This is the Merkle
   tree of RFC 6962 over the hashes of all entries.

5. The root. tree.txt (${tree.size}:…) must be one that the school made known to somebody outside, such as in the daily
   message to its governors. Ask them, and not the school. Without this step the others prove only that the files fit
   together.
`
}

const script = `#!/usr/bin/env bash
# Checks the files beside it with OpenSSL alone. Prints what holds, and ends with 1 at the first thing that does not.
set -eu
cd "$(dirname "$0")"
hash() { openssl dgst -sha256 -r "$@" | cut -c1-64; }
bytes() { printf "$(printf '%s' "$1" | sed 's/../\\\\x&/g')"; }
fail() { echo "DOES NOT HOLD: $1"; exit 1; }

at=$(hash entry.json)
echo "entry: $at"
for field in wording text; do
  want=$(sed -n "s/.*\\"$field\\":\\"\\([0-9a-f]\\{64\\}\\)\\".*/\\1/p" entry.json)
  [ -f "$want.txt" ] || fail "the file of \\"$field\\" is not here"
  [ "$(hash "$want.txt")" = "$want" ] || fail "$want.txt"
  echo "$field: holds"
done
for field in name known; do
  [ -f "$field.txt" ] || continue
  have=$(openssl dgst -sha256 -r -hmac "$(cat salt.txt)" "$field.txt" | cut -c1-64)
  grep -q "\\"$field\\":\\"$have\\"" entry.json || fail "$field.txt"
  echo "$field: holds"
done
at=$(bytes "00$at" | hash)
while read -r side other; do
  case $side in
    left) at=$(bytes "01$other$at" | hash) ;;
    right) at=$(bytes "01$at$other" | hash) ;;
  esac
done < path.txt
[ "$at" = "$(cut -d: -f2 tree.txt)" ] || fail "the way up leads to $at, and not to the root in tree.txt"
echo "way up: holds. Now compare tree.txt with what was made known outside:"
cat tree.txt
`
