export const STYLE = `
:root { color-scheme: light dark; --line: #d9dee5; --soft: #f4f6f9; --dim: #5d6875; --link: #1f5fc4; }
@media (prefers-color-scheme: dark) { :root { --line: #363d47; --soft: #20262e; --dim: #9aa5b1; --link: #7fb0ff; } }
body { font: 14px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 1240px; padding: 20px 24px 60px; }
h1 { font-size: 20px; margin: 0 0 2px; } h2 { font-size: 15px; margin: 28px 0 6px; }
p { margin: 4px 0; } .dim { color: var(--dim); } code { font-size: 12.5px; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; font-size: 12px; color: var(--dim); }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.url { overflow-wrap: anywhere; }
form { display: inline; }
button { font: inherit; font-size: 12.5px; padding: 1px 8px; margin: 0 2px 2px 0; border: 1px solid var(--line);
	border-radius: 5px; background: var(--soft); color: inherit; cursor: pointer; }
button:hover { border-color: var(--link); color: var(--link); }
.badge { display: inline-block; padding: 0 7px; border-radius: 9px; font-size: 12px; background: var(--soft); border: 1px solid var(--line); }
.good { background: #1a7f4b; border-color: #1a7f4b; color: #fff; } .bad { background: #b3372f; border-color: #b3372f; color: #fff; }
summary { cursor: pointer; color: var(--link); font-size: 12.5px; }
td { position: relative; } details { display: inline-block; }
pre { position: absolute; z-index: 1; right: 0; width: min(900px, 80vw); max-height: 320px; border: 1px solid var(--line); overflow: auto; background: var(--soft); padding: 8px; font-size: 12px; }
`;

/**
 * Shows what has changed in the meantime without loading the page anew; waits while something is unfolded, so that it can be
 * read in peace.
 */
export const SCRIPT = `
setInterval(async () => {
	if (document.hidden || document.querySelector('details[open]')) return;
	const response = await fetch('/').catch(() => undefined);
	if (!response?.ok) return;
	const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
	const shown = document.querySelector('main');
	if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
}, 1500);
`;
