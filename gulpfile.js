const { dest, src } = require('gulp');

/** What the compiler leaves behind and n8n reads beside a node: icons, codex files and output schemas. */
const ASSETS = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json', 'credentials/**/*.{svg,png}'];

function assets() {
	// Without an encoding gulp 5 would read icons as text and break bitmap files.
	return src(ASSETS, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

exports.assets = assets;
exports.default = assets;
