import type { CallWorker } from './call.ts'
import { contract } from './contract.ts'

/**
 * Which thread runs each call: the contract without its schemas. A build evaluates this file once and ships the result
 * (vite.config.ts), so that a host, which only passes calls on, does not make some hundred schemas at its start.
 */
export const callRoutes: ReadonlyMap<string, CallWorker> = new Map(
  Object.entries(contract).map(([name, { worker }]) => [name, worker]),
)
