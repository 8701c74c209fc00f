const { dest, src } = require('gulp');

const { makeServicePackages } = require('./scripts/service-packages.cjs');

/** What the compiler leaves behind and n8n reads beside a node: icons, codex files and output schemas. */
const ASSETS = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json', 'credentials/**/*.{svg,png}'];

function assets() {
	// Without an encoding gulp 5 would read icons as text and break bitmap files.
	return src(ASSETS, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

/** One publishable package a service, from what is built: see scripts/service-packages.cjs. */
async function packages() {
	for (const folder of makeServicePackages(__dirname)) console.log(folder);
}

exports.assets = assets;
exports.packages = packages;
exports.default = assets;
