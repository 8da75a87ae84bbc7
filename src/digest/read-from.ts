// What the digest is read from.
import type { Ports } from '../ports/ports.ts'
import type { Turn } from '../turn/turn.ts'

export type DigestPorts = Pick<Ports, 'journal' | 'register' | 'people' | 'notices' | 'store' | 'directory' | 'cases'>
export type DigestReading = Pick<Turn, 'desk' | 'library' | 'words'> & { readonly ports: DigestPorts }
