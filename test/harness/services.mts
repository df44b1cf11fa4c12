import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { n8nProgram } from './paths.mts';

/** The variables without which there is no queue mode. */
const NEEDED = ['TEST_POSTGRES_HOST', 'TEST_REDIS_HOST'];

/** Says why queue mode cannot be tested here, or nothing if it can. */
export function whyNoServices(): string | undefined {
	const missing = NEEDED.filter((name) => !process.env[name]);
	if (missing.length === 0) return undefined;
	return `of missing environment variables: ${missing.join(', ')}. Queue mode needs a PostgreSQL and a Redis.`;
}

interface Postgres {
	connect(): Promise<void>;
	query(sql: string): Promise<unknown>;
	end(): Promise<void>;
}

interface Redis {
	keys(pattern: string): Promise<string[]>;
	del(...keys: string[]): Promise<number>;
	quit(): Promise<unknown>;
}

/** A database and a part of Redis for one test alone. */
export interface Services {
	/** n8n's environment variables for queue mode with them. */
	env: Record<string, string>;
	/** Deletes both. Nothing may be connected any more. */
	remove(): Promise<void>;
}

/**
 * Makes a fresh database, and a prefix for keys in Redis, on the servers that these environment variables name:
 * TEST_POSTGRES_HOST, _PORT (5432), _USER (postgres), _PASSWORD (none), _DATABASE (the one to connect to at first; postgres),
 * TEST_REDIS_HOST, _PORT (6379). The user must be allowed to create databases.
 */
export async function freshServices(): Promise<Services> {
	const given = (name: string, otherwise: string) => process.env[`TEST_${name}`] || otherwise;
	const name = `n8n_100hires_${randomUUID().slice(0, 8)}`;
	const postgres = {
		host: given('POSTGRES_HOST', '127.0.0.1'),
		port: Number(given('POSTGRES_PORT', '5432')),
		user: given('POSTGRES_USER', 'postgres'),
		password: given('POSTGRES_PASSWORD', ''),
	};
	const redis = {
		host: given('REDIS_HOST', '127.0.0.1'),
		port: Number(given('REDIS_PORT', '6379')),
	};
	// n8n's own clients, so that the package needs none.
	const load = createRequire(n8nProgram());
	const administer = async (sql: string) => {
		const { Client } = load('pg') as { Client: new (options: object) => Postgres };
		const client = new Client({ ...postgres, database: given('POSTGRES_DATABASE', 'postgres') });
		await client.connect();
		try {
			await client.query(sql);
		} finally {
			await client.end();
		}
	};
	await administer(`CREATE DATABASE ${name}`);
	return {
		env: {
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: postgres.host,
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_PASSWORD: postgres.password,
			DB_POSTGRESDB_DATABASE: name,
			QUEUE_BULL_REDIS_HOST: redis.host,
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			QUEUE_BULL_PREFIX: name,
			N8N_REDIS_KEY_PREFIX: name,
		},
		remove: async () => {
			await administer(`DROP DATABASE ${name} WITH (FORCE)`);
			const { Redis } = load('ioredis') as { Redis: new (options: object) => Redis };
			const client = new Redis(redis);
			const keys = await client.keys(`*${name}*`);
			if (keys.length > 0) await client.del(...keys);
			await client.quit();
		},
	};
}
