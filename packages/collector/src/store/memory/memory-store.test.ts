import { storeContract } from '../contract.ts'
import { memoryStore } from './memory-store.ts'

let count = 0

storeContract('memory', () => memoryStore({ newId: () => `id-${++count}` }))
