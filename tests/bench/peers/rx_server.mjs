// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The server side of an RxDB replication over HTTP, in memory: pull after a checkpoint, push with the state that the client assumed.
import http from 'node:http';
import { recordsOf } from './count.mjs';

const [records] = process.argv.slice(2);
let clock = 0;
const held = new Map(recordsOf(records).map((record) => [record.id, { ...record, updatedAt: ++clock, _deleted: false }]));
let feed = [...held.values()];

function pull(after, limit) {
  const documents = feed.filter((record) => record.updatedAt > after).slice(0, limit);
  return { documents, checkpoint: { updatedAt: documents.length > 0 ? documents[documents.length - 1].updatedAt : after } };
}

function push(rows) {
  const conflicts = [];
  for (const { newDocumentState, assumedMasterState } of rows) {
    const now = held.get(newDocumentState.id);
    if (now && (!assumedMasterState || now.updatedAt !== assumedMasterState.updatedAt)) conflicts.push(now);
    else held.set(newDocumentState.id, { ...newDocumentState, updatedAt: ++clock });
  }
  feed = [...held.values()].sort((a, b) => a.updatedAt - b.updatedAt);
  return conflicts;
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const url = new URL(request.url, 'http://localhost');
    const answer = url.pathname === '/pull'
      ? pull(Number(url.searchParams.get('after')), Number(url.searchParams.get('limit')))
      : push(JSON.parse(Buffer.concat(parts).toString()));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
