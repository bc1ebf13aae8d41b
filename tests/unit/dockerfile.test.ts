import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Copy, DockerfileParser, From, type Dockerfile, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFile(`${ROOT}${path}`, 'utf8');

/** A FROM and the instructions up to the next one. */
interface Stage {
  readonly from: From;
  readonly instructions: readonly Instruction[];
}

let dockerfile: Dockerfile;
let stages: readonly Stage[];

beforeAll(async () => {
  dockerfile = DockerfileParser.parse(await read('Dockerfile'));
  stages = splitStages(dockerfile.getInstructions());
});

describe('Dockerfile', () => {
  it('has nothing that a linter objects to', async () => {
    expect(validate(await read('Dockerfile'))).toEqual([]);
  });

  it('builds on one pinned release line of Node for every stage', () => {
    expect(new Set(stages.map(({ from }) => from.getImage()))).toEqual(new Set(['node:20-bookworm-slim']));
  });

  it('runs as a user that is not root and owns nothing of the program', () => {
    const users = lastStage()
      .filter((instruction) => instruction.getKeyword() === 'USER')
      .map((instruction) => instruction.getArgumentsContent());
    expect(users).toEqual(['1000:1000']);
    const flags = dockerfile.getCOPYs().flatMap((copy) => copy.getFlags().map((flag) => flag.getName()));
    expect(flags).not.toContain('chown');
  });

  it('starts the program itself, so that it gets the signals, and `up` unless told otherwise', () => {
    expect(dockerfile.getENTRYPOINTs().map(jsonStrings)).toEqual([['node', 'dist/src/cli/main.js']]);
    expect(dockerfile.getCMDs().map(jsonStrings)).toEqual([['up']]);
    expect(dockerfile.getHEALTHCHECKs()).toHaveLength(1);
  });

  it('takes nothing from the net but packages that the lock file pins', () => {
    expect(dockerfile.getInstructions().map((instruction) => instruction.getKeyword())).not.toContain('ADD');
    const runs = dockerfile
      .getInstructions()
      .filter((instruction) => instruction.getKeyword() === 'RUN')
      .map((instruction) => instruction.getArgumentsContent() ?? '');
    expect(runs).toEqual([
      expect.stringMatching(/^npm ci --ignore-scripts /),
      expect.stringMatching(/^npm run build && npm prune --omit=dev --omit=optional --ignore-scripts /),
    ]);
  });

  it('holds no secrets', () => {
    const names = [...dockerfile.getARGs(), ...dockerfile.getENVs()].map((each) =>
      each.getArgumentsContent(),
    );
    expect(names).toEqual(['VERSION=dev', 'REVISION=unknown', 'NODE_ENV=production']);
  });

  it('is labelled as the package is', async () => {
    const { name, description, license } = z
      .object({ name: z.string(), description: z.string(), license: z.string() })
      .parse(JSON.parse(await read('package.json')));
    const labels = lastStage().find((instruction) => instruction.getKeyword() === 'LABEL');
    const text = labels?.getArgumentsContent() ?? '';
    expect(text).toContain(`org.opencontainers.image.title="${name}"`);
    expect(text).toContain(`org.opencontainers.image.description="${description}"`);
    expect(text).toContain(`org.opencontainers.image.licenses="${license}"`);
  });
});

describe('what the image is made of', () => {
  it('is there, and let in by .dockerignore', async () => {
    const letIn = (await readIgnoreFile())
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = dockerfile
      .getCOPYs()
      .filter((copy) => copy.getFromFlag() === null)
      .flatMap(copiedPaths);
    expect([...new Set(sources)].sort()).toEqual(letIn.sort());
    for (const path of sources) expect(existsSync(`${ROOT}${path}`), path).toBe(true);
  });

  it('is nothing but what .dockerignore names', async () => {
    expect((await readIgnoreFile())[0]).toBe('*');
  });

  it('comes from stages that exist', () => {
    const names = stages.map(({ from }) => from.getBuildStage());
    const origins = dockerfile.getCOPYs().flatMap((copy) => copy.getFromFlag()?.getValue() ?? []);
    expect(origins).not.toEqual([]);
    for (const origin of origins) expect(names).toContain(origin);
  });

  it('holds all that the installed package holds, beside its dependencies', async () => {
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(await read('package.json')));
    const copied = lastStage()
      .filter((instruction) => instruction instanceof Copy)
      .flatMap((copy) => copiedPaths(copy).map((path) => path.replace(/^\/app\//, '')));
    expect(copied.sort()).toEqual([...files, 'LICENSE', 'node_modules', 'package.json'].sort());
  });
});

function splitStages(instructions: readonly Instruction[]): Stage[] {
  const starts = instructions.flatMap((instruction, index) => (instruction instanceof From ? [index] : []));
  return starts.map((start, number) => ({
    from: instructions[start] as From,
    instructions: instructions.slice(start + 1, starts[number + 1]),
  }));
}

function lastStage(): readonly Instruction[] {
  return stages.at(-1)?.instructions ?? [];
}

/** What an instruction in exec form says; empty for the shell form. */
function jsonStrings(instruction: ReturnType<Dockerfile['getCMDs']>[number]): string[] {
  return instruction.getJSONStrings().map((argument) => argument.getJSONValue());
}

/** The sources of a COPY: all of its arguments but the last. */
function copiedPaths(copy: Copy): string[] {
  return copy
    .getArguments()
    .slice(0, -1)
    .map((argument) => argument.getValue());
}

async function readIgnoreFile(): Promise<string[]> {
  const lines = (await read('.dockerignore')).split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
