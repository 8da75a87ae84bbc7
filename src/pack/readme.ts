// Explains what is in an inspection pack, and how to check it with tools that are not ours.
import { sayInstant } from '../declaration/instant.ts'
import type { InspectionPack } from './types.ts'
import { sayOutside, sayVerified } from '../proof/words.ts'

type Said = Pick<InspectionPack, 'policy' | 'school' | 'at' | 'practice' | 'verified' | 'outside'>

export function packReadme({ policy, school, at, practice, verified, outside }: Said): string {
  return `${practice ? 'PRACTICE: invented people; it is not evidence of anything.\n\n' : ''}Inspection pack: ${policy.title}, ${school.name}
Made ${sayInstant(at, school.zone)} by Policy Guide.
${sayVerified(verified).join('\n')}
${sayOutside(outside, school.zone)}

What is in it
  summary.pdf        totals, who, which editions, by which method
  register.csv       everybody with where they stand
  signatures.csv     every signature of this policy, with the name as typed, the salt of its hash, and what to look at
  journal.jsonl      every entry of the journal, one a line, each with its hash
  verification.json  what Policy Guide found when it checked the journal
  heads/             heads of the journal with the time that an authority vouches for, where the school asks one
  papers/            pictures of papers that were signed, each named after its SHA-256, which its entry holds
  editions/          the exact words that were signed, each file named after its SHA-256

How to check it without Policy Guide (with jq, sha256sum and openssl)

1. The words. The SHA-256 of each file is in its name, and in each entry that was signed with it:

   sha256sum editions/*/*.txt

2. An entry. Its hash is the SHA-256 of the entry without the hash itself, as JSON with its names in order and no spaces
   (RFC 8785). For the first one:

   sed -n 1p journal.jsonl | jq -cjS 'del(.hash)' | sha256sum
   sed -n 1p journal.jsonl | jq -r .hash

3. The chain. Every entry holds, as "before", the hash of the one before it; the first holds 64 zeros. All at once:

   before=$(printf '0%.0s' $(seq 64)); n=0
   while read -r line; do
     n=$((n+1))
     hash=$(printf '%s' "$line" | jq -cjS 'del(.hash)' | sha256sum | cut -c1-64)
     [ "$(printf '%s' "$line" | jq -r '"\\(.seq) \\(.before) \\(.hash)"')" = "$n $before $hash" ] || { echo "entry $n does not hold"; break; }
     before=$hash
   done < journal.jsonl; echo "$n entries, head $before"

4. A name. The hash of what identifies somebody is HMAC-SHA-256 with the salt as its key. For a line of signatures.csv:

   printf '%s' 'NAME AS IN THE LINE' | openssl dgst -sha256 -hmac 'SALT OF THE LINE'

   (without the apostrophe that stands before a name that a spreadsheet would take for a formula).
   It is the same as "Name hash" in that line, and as hidden.name of the entry with that number in journal.jsonl.

5. The end. Compare the head with one that the school published earlier: if entry N of journal.jsonl has another hash than the
   head N:HASH that was published, or is missing, the journal was rewritten since.

6. A time. For each head in heads/ (RFC 3161), with the certificate of the authority, which you ask it for:

   openssl ts -verify -data heads/N.txt -in heads/N.tsr -CAfile AUTHORITY.pem
`
}
