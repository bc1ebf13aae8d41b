import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

export const COMPOSE_FILE = new URL('../../docker-compose.yml', import.meta.url);

const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).default([]),
  /** Null: handed on from outside, if set there. */
  environment: z.record(z.string(), z.string().nullable()).default({}),
  restart: z.string(),
  user: z.string(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  profiles: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
});

const file = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
});

export type ComposeFile = z.output<typeof file>;
export type ComposeService = z.output<typeof service>;

/** Reads docker-compose.yml with its anchors merged; `${…}` stays as it is written. */
export async function readCompose(): Promise<ComposeFile> {
  return file.parse(parse(await readFile(COMPOSE_FILE, 'utf8'), { merge: true }));
}

/** @throws Error when the file has no such service */
export function findService(compose: ComposeFile, name: string): ComposeService {
  const service = compose.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

/** Whether the service runs Wirewatch, and not something that Wirewatch needs. */
export function isWirewatch(service: ComposeService): boolean {
  return service.build !== undefined;
}

/** Whether the service runs to its end, rather than until it is stopped. */
export function isOneShot(service: ComposeService): boolean {
  return service.restart === 'no';
}

/**
 * The environment of a service as compose makes it.
 *
 * @param outside - what .env and the shell hold
 * @throws Error for a `${NAME:?message}` that is not set there
 */
export function resolveEnvironment(
  service: ComposeService,
  outside: Readonly<Record<string, string>>,
): Record<string, string> {
  const entries = Object.entries(service.environment).map(
    ([name, value]) => [name, value === null ? outside[name] : interpolate(value, outside)] as const,
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Puts values for `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, the forms that the file uses. */
function interpolate(text: string, outside: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, mode?: string, rest = '') => {
      const value = outside[name];
      if (value !== undefined && value !== '') return value;
      if (mode === '?') throw new Error(`${name}: ${String(rest)}`);
      return String(rest);
    },
  );
}
