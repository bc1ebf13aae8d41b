import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENT, parseConfig } from '../../src/config.js';
import { QUEUE_NAMES } from '../../src/model/work.js';
import {
  COMPOSE_FILE,
  findService,
  isOneShot,
  isWirewatch,
  readCompose,
  resolveEnvironment,
  type ComposeFile,
  type ComposeService,
} from '../helpers/read-compose.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SECRETS = { POSTGRES_PASSWORD: 'p'.repeat(32), WIREWATCH_API_TOKEN: 't'.repeat(32) };

/** Compose must not hand these on: the first three are for the embedded database and `up`, the last for the port. */
const NOT_IN_CONTAINERS = ['WIREWATCH_DATA_DIR', 'XDG_DATA_HOME', 'WIREWATCH_FEEDS', 'WIREWATCH_PORT'];

let compose: ComposeFile;
let services: [string, ComposeService][];
let wirewatch: [string, ComposeService][];

beforeAll(async () => {
  compose = await readCompose();
  services = Object.entries(compose.services);
  wirewatch = services.filter(([, service]) => isWirewatch(service));
});

describe('docker-compose.yml', () => {
  it('follows the schema of the Compose Specification', () => {
    const lint = spawnSync(
      process.execPath,
      ['node_modules/.bin/dclint', '--quiet', '--formatter', 'json', fileURLToPath(COMPOSE_FILE)],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(JSON.parse(lint.stdout), lint.stderr).toEqual([]);
  });

  it('hardens every service', () => {
    for (const [name, service] of services) {
      expect(service, name).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        logging: { options: { 'max-size': '10m', 'max-file': '3' } },
      });
      expect(service.user, name).not.toMatch(/^(root|0)(:|$)/);
      expect(service, name).not.toHaveProperty('privileged');
    }
  });

  it('names a tag for every image', () => {
    for (const [name, { image }] of services) expect(image, name).toMatch(/^[a-z]+:(?!latest$)[a-z0-9.-]+$/);
  });

  it('restarts and checks every service that is to stay', () => {
    for (const [name, service] of services) {
      if (isOneShot(service)) expect(service.healthcheck, name).toEqual({ disable: true });
      else {
        expect(service.restart, name).toBe('unless-stopped');
        expect(service.healthcheck.test?.[0], name).toMatch(/^CMD(-SHELL)?$/);
      }
    }
  });

  it('gives every process of Wirewatch more than the 10 seconds that it may take to stop', () => {
    for (const [name, service] of wirewatch) {
      expect(Number(/^(\d+)s$/.exec(String(service.stop_grace_period))?.[1]), name).toBeGreaterThan(10);
      expect(service.init, name).toBe(true);
    }
  });

  it('lets every service but the web server be scaled', () => {
    for (const [name, service] of services) {
      expect(service, name).not.toHaveProperty('container_name');
      if (name !== 'api') expect(service.ports, name).toEqual([]);
    }
  });

  it('publishes nothing beyond this machine', () => {
    for (const port of services.flatMap(([, service]) => service.ports)) {
      expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('publishes the port that the web server listens on', () => {
    const { http } = parseConfig(resolveEnvironment(findService(compose, 'api'), SECRETS));
    expect(http.host).toBe('0.0.0.0');
    expect(findService(compose, 'api').ports).toEqual([expect.stringMatching(new RegExp(`:${http.port}$`))]);
  });

  it('declares the volumes, networks and services that it uses', () => {
    for (const [name, service] of services) {
      for (const volume of service.volumes) {
        expect(compose.volumes, name).toHaveProperty(volume.split(':')[0] ?? '');
      }
      for (const network of service.networks) {
        if (network !== 'default') expect(compose.networks, name).toHaveProperty(network);
      }
      for (const other of Object.keys(service.depends_on)) {
        expect(compose.services, name).toHaveProperty(other);
      }
    }
  });

  it('starts the processes when the schema is there, and Postgres and Redis answer', () => {
    for (const [name, service] of wirewatch) {
      expect(service.depends_on, name).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        ...(name === 'migrate' ? {} : { migrate: { condition: 'service_completed_successfully' } }),
      });
    }
  });

  it('keeps Redis from losing or evicting jobs', () => {
    const { command, volumes } = findService(compose, 'redis');
    expect(command.join(' ')).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
    expect(volumes).toEqual(['redis-data:/data']);
  });

  it('keeps the database where PostgreSQL 18 images have it', () => {
    const { image, volumes } = findService(compose, 'postgres');
    expect(image).toMatch(/^postgres:18-/);
    expect(volumes).toEqual(['postgres-data:/var/lib/postgresql']);
  });
});

describe('settings in docker-compose.yml', () => {
  it('takes every secret from outside and insists on it', async () => {
    for (const [name, service] of services) {
      for (const [variable, value] of Object.entries(service.environment)) {
        if (/PASS|TOKEN|SECRET|KEY/.test(variable)) {
          expect(value, `${name} ${variable}`).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
        }
      }
    }
    const text = await readFile(COMPOSE_FILE, 'utf8');
    for (const [, password] of text.matchAll(/:\/\/[^\s:/@]*:([^\s/]*)@/g)) {
      expect(password).toMatch(/^\$\{/);
    }
    for (const name of Object.keys(SECRETS)) {
      const others = Object.fromEntries(Object.entries(SECRETS).filter(([other]) => other !== name));
      expect(() => services.map(([, service]) => resolveEnvironment(service, others))).toThrow(name);
    }
  });

  it('is understood by Wirewatch', () => {
    for (const [name, service] of wirewatch) {
      const config = parseConfig(resolveEnvironment(service, SECRETS));
      expect(config.databaseUrl, name).toBe(
        `postgres://wirewatch:${SECRETS.POSTGRES_PASSWORD}@postgres:5432/wirewatch`,
      );
      expect(config.redisUrl, name).toBe('redis://redis:6379');
    }
  });

  it('hands every variable on to where it counts, and the token to the web server only', () => {
    const handedOn = new Set(wirewatch.flatMap(([, service]) => Object.keys(service.environment)));
    expect([...handedOn, ...NOT_IN_CONTAINERS].sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
    const holders = wirewatch.filter(([, service]) => 'WIREWATCH_API_TOKEN' in service.environment);
    expect(holders.map(([name]) => name)).toEqual(['api']);
  });
});

describe('commands in docker-compose.yml', () => {
  it('are commands of the program', () => {
    for (const [name, { command }] of wirewatch) {
      const help = spawnSync(process.execPath, ['dist/src/cli/main.js', ...command, '--help'], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      const [first = ''] = command.filter((word) => !word.startsWith('-'));
      expect(help, name).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(new RegExp(`^Usage: wirewatch ${first} ?\\[`)) as string,
      });
    }
  });

  it('work each queue, and the schedule, in one service', () => {
    const parts = wirewatch
      .filter(([, { command }]) => command[0] === 'work')
      .map(([, { command }]) => command.slice(1));
    expect(parts.sort()).toEqual(['schedule', ...QUEUE_NAMES].map((part) => ['--queues', part]).sort());
  });
});
