import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import type * as engineModule from '@prisma/schema-engine-wasm'
import { DatabaseError, type PoolConfig } from 'pg'

/** Nothing of the database is kept out of the engine's sight. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] }

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
type EngineOptions = {
  connection: PoolConfig
  /** The Prisma schema as pairs of path and content, for comparisons. */
  datamodels?: [string, string][]
  /** Added to each script in its own transaction (a script is one implicit transaction). */
  scriptSuffix?: () => string
}

/**
 * Prisma's own migration engine, compiled to wasm: the same as behind `prisma migrate`, without a download.
 * A script runs whole or not at all.
 */
export async function openSchemaEngine(
  options: EngineOptions,
): Promise<{ engine: engineModule.SchemaEngine; close: () => Promise<void> }> {
  const { SchemaEngine: Engine } = await loadWasm()
  const opened: Connection[] = []
  const factory = adapterFactory(options.connection, options.scriptSuffix ?? (() => ''), opened)
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const engine = await Engine.new({ datamodels: options.datamodels }, () => undefined, adapter)
  // The engine leaves its connections open.
  return { engine, close: async () => void (await Promise.all(opened.map((connection) => connection.dispose()))) }
}

// The standard object, in the part used here: its types come with those of browsers, which the API does not load.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}
type WasmModule = typeof engineModule & { __wbg_set_wasm(exports: object): void }

let loaded: Promise<WasmModule> | undefined

/** The package's entry imports the .wasm file as a module, which Node does not do without a flag: done by hand here. */
function loadWasm(): Promise<WasmModule> {
  loaded ??= (async () => {
    // Not import.meta.resolve, which Vitest does not have.
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bindings = (await import(pathToFileURL(glue).href)) as WasmModule
    const bytes = readFileSync(join(dirname(glue), 'schema_engine_bg.wasm'))
    // Where the engine, should it fail on a fault of its own, leaves its message.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
    })
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } })
    bindings.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
    return bindings
  })()
  return loaded
}

function adapterFactory(
  config: PoolConfig,
  scriptSuffix: () => string,
  opened: Connection[],
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(config)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const connection = await factory.connect()
      opened.push(connection)
      return adapt(connection, scriptSuffix)
    },
    connectToShadowDb: async () => {
      const database = `shadow_${randomUUID()}`
      const main = await factory.connect()
      await main.underlyingDriver().query(`CREATE DATABASE "${database}"`)
      const shadow = await new PrismaPg({ ...config, database }).connect()
      const dispose = async (): Promise<void> => {
        await shadow.dispose()
        await main.underlyingDriver().query(`DROP DATABASE "${database}" WITH (FORCE)`)
        await main.dispose()
      }
      return { ...adapt(shadow, () => ''), dispose }
    },
  }
}

/**
 * Prisma's adapter with its two gaps closed: it cuts scripts at every semicolon, also inside function bodies, and
 * refuses the catalogue's internal "char" type, without which the engine cannot read a schema.
 */
function adapt(connection: Connection, scriptSuffix: () => string): SqlDriverAdapter {
  const queryRaw = readCatalogueChars(connection)
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw,
    executeRaw: (query) => connection.executeRaw(query),
    executeScript: async (script) => {
      try {
        await connection.underlyingDriver().query(`${script}\n${scriptSuffix()}`)
      } catch (error) {
        throw error instanceof DatabaseError ? asAdapterError(error) : error
      }
    },
    startTransaction: (level) => connection.startTransaction(level),
    getConnectionInfo: () => connection.getConnectionInfo(),
    dispose: () => connection.dispose(),
  }
}

const CATALOGUE_CHAR = 18
const CATALOGUE_CHAR_ARRAY = 1002
type WithQueries = { performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }> }

/**
 * The adapter knows arrays of "char" only. So a "char" passes through it as an array (which the engine never asks for)
 * and gets its own name again behind it.
 */
function readCatalogueChars(connection: Connection): SqlDriverAdapter['queryRaw'] {
  // The adapter has no public place between the query and its refusal.
  const inner = connection as unknown as WithQueries
  const performIO = inner.performIO.bind(connection)
  inner.performIO = async (query) => {
    const result = await performIO(query)
    for (const field of result.fields) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = CATALOGUE_CHAR_ARRAY
    return result
  }
  const { Character, CharacterArray } = ColumnTypeEnum
  return async (query) => {
    const result = await connection.queryRaw(query)
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
  }
}

function asAdapterError({
  code = 'N/A',
  severity = 'N/A',
  message,
  detail,
  column,
  hint,
}: DatabaseError): DriverAdapterError {
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}
