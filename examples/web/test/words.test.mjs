// The page's own words: each is used, and there in every language. `bash .ci/more web` runs this; $NODE_PATH is that of `.ci/browser`.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { it } from 'node:test';

const { transform } = createRequire(join(process.env.NODE_PATH, '/'))('esbuild');
const page = join(import.meta.dirname, '../page');
const read = (name) => readFile(join(page, name), 'utf8');

const { code } = await transform(await read('words.ts'), { loader: 'ts', format: 'esm' });
const { WORDS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const names = (words) => Object.entries(words).flatMap(([name, word]) => (typeof word === 'string' ? [name] : [name, ...Object.keys(word).map((inner) => `${name}.${inner}`)]));
const leaves = (words) => Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : leaves(word)));
const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

// As the page's files name them: `words.name`, `words().name`, `const { name } = words`, and an attribute of the frame.
const files = (await readdir(page)).filter((name) => /\.(ts|html)$/.test(name) && name !== 'words.ts');
const source = (await Promise.all(files.map(read))).join('\n');
const found = (pattern) => [...source.matchAll(pattern)].map(([, name]) => name);
const used = new Set([
  ...found(/\bwords(?:\(\))?\.(\w+)/g), ...found(/data-(?:words|label)="(\w+)"/g),
  ...found(/\{ ([\w, ]+) \} = words\b/g).flatMap((all) => all.split(', ')),
]);

it('each word is used', () => assert.deepEqual(Object.keys(WORDS.en).filter((name) => !used.has(name)), []));

it('each word that is used is there', () => assert.deepEqual([...used].filter((name) => !(name in WORDS.en)), []));

it('each language has all of them, with the same places', () => {
  for (const [language, words] of Object.entries(WORDS)) {
    assert.deepEqual(names(words).sort(), names(WORDS.en).sort(), language);
    assert.ok(leaves(words).every((word) => word !== ''), language);
    for (const name of Object.keys(words)) if (typeof words[name] === 'string') assert.deepEqual(places(words[name]), places(WORDS.en[name]), `${language} ${name}`);
  }
});
