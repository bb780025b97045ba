// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What both peers share: the records, a proxy that counts the bytes of HTTP both ways, a server in a process of its own, and how a figure is printed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import net from 'node:net';

// An id may begin with an underscore, which CouchDB keeps for itself: one letter in front, for both.
export const recordsOf = (file) =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const record = JSON.parse(line);
    return { ...record, id: `r${record.id}` };
  });

export const say = (name, value, unit) => console.log(`${name} ${value} ${unit}`);

export async function countingProxy(target) {
  const seen = { up: 0, down: 0 };
  const server = net.createServer((client) => {
    const upstream = net.connect(target, '127.0.0.1');
    client.on('data', (bytes) => { seen.up += bytes.length; });
    upstream.on('data', (bytes) => { seen.down += bytes.length; });
    client.pipe(upstream).pipe(client);
    for (const end of [client, upstream]) end.on('error', () => { client.destroy(); upstream.destroy(); });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const total = () => seen.up + seen.down;
  return { port: server.address().port, total };
}

// Resolves with its port, once it holds the records.
export function startServer(script, args) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /^ready (\d+)$/.exec(line);
      if (match) resolve(Number(match[1]));
    });
    child.on('exit', () => reject(new Error(`${script} ended`)));
  });
  return { child, port };
}

export async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
