// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A PouchDB on disk behind HTTP, filled with the records.
import express from 'express';
import makeApp from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { recordsOf } from './count.mjs';

const [folder, records] = process.argv.slice(2);
const OnDisk = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.use('/', makeApp(OnDisk, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }));
const db = new OnDisk('families'); // after the app, which keeps a list of what is made
const all = recordsOf(records).map(({ id, ...rest }) => ({ _id: id, ...rest }));
for (let at = 0; at < all.length; at += 2000) await db.bulkDocs(all.slice(at, at + 2000));
const server = app.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
