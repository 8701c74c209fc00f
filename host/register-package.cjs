// Enters a community package into the database of an n8n, with the same rows that n8n's own installer writes
// (`installed-packages.repository` in n8n). Runs on n8n's Node with n8n's own modules, so it fits their version:
//   node register-package.cjs <n8n program> <database> <package folder>
'use strict';

const { createRequire } = require('node:module');

const [program, database, packageFolder] = process.argv.slice(2);
const requireFromN8n = createRequire(program);

async function main() {
	// The loader wants n8n's decorators, as n8n itself has them when it gets that far.
	requireFromN8n('reflect-metadata');
	const { PackageDirectoryLoader } = requireFromN8n('n8n-core');
	const { Database } = requireFromN8n('sqlite3');

	const loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	const { name, version, author } = loader.packageJson;

	const db = new Database(database);
	const run = (sql, values) =>
		new Promise((resolve, reject) => {
			db.run(sql, values, (error) => (error ? reject(error) : resolve()));
		});
	// n8n may be running and writing.
	db.configure('busyTimeout', 10_000);
	await run('BEGIN IMMEDIATE');
	await run('DELETE FROM installed_nodes WHERE package = ?', [name]);
	await run('DELETE FROM installed_packages WHERE packageName = ?', [name]);
	// Both times are given: their defaults in the table are the text of the formula, not its result.
	const now = "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')";
	await run(
		`INSERT INTO installed_packages (packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt) VALUES (?, ?, ?, ?, ${now}, ${now})`,
		[name, version, author?.name, author?.email],
	);
	for (const node of loader.loadedNodes) {
		const { displayName } = loader.nodeTypes[node.name].type.description;
		await run('INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)', [
			displayName,
			`${name}.${node.name}`,
			node.version,
			name,
		]);
	}
	await run('COMMIT');
	await new Promise((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())));
}

main().then(
	// Loading n8n's modules may leave something open.
	() => process.exit(0),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
