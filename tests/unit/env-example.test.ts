import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ENVIRONMENT, parseConfig } from '../../src/config.js';

const EXAMPLE = new URL('../../.env.example', import.meta.url);

/** For docker-compose.yml; Wirewatch itself never reads these. */
const FOR_COMPOSE_ONLY = ['POSTGRES_PASSWORD'];

/** A setting, in force or commented out, and the line above it. */
interface Entry {
  readonly name: string;
  readonly value: string;
  readonly explanation: string | undefined;
}

it('names every variable once, and no other', async () => {
  const names = (await readEntries()).map(({ name }) => name);
  expect(names.sort()).toEqual([...Object.keys(ENVIRONMENT.shape), ...FOR_COMPOSE_ONLY].sort());
});

it('shows the defaults that are in force', async () => {
  const entries = await readEntries();
  expect(parseConfig(Object.fromEntries(entries.map(({ name, value }) => [name, value])))).toEqual(
    parseConfig({}),
  );
});

it('leaves none of the defaults out', async () => {
  const shown = new Map((await readEntries()).map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(ENVIRONMENT.parse({}))) {
    expect(shown.get(name), name).toBe(String(value));
  }
});

it('explains each variable in the line above it', async () => {
  for (const { name, explanation } of await readEntries()) {
    expect(explanation, name).toMatch(/^# [A-Z].{15,}/);
  }
});

it('sets nothing by itself, and no secrets', async () => {
  const text = await readFile(EXAMPLE, 'utf8');
  const inForce = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(inForce).toEqual(['POSTGRES_PASSWORD=', 'WIREWATCH_API_TOKEN=']);
});

async function readEntries(): Promise<Entry[]> {
  const lines = (await readFile(EXAMPLE, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    const [, name, value] = /^#?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, explanation: lines[index - 1] }];
  });
}
