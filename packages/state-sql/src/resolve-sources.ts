import { enableCompileCache, registerHooks } from 'node:module';

/*
 * Lets Node run TypeScript sources, as tests do: it strips the types by itself, but does not know that `./x.js` stands for
 * `./x.ts`, nor where the sources of our other packages are. Loaded with `--import`; not a part of the built package.
 */
enableCompileCache();
registerHooks({
  resolve(specifier, context, nextResolve) {
    const isFromSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') === true;
    const wanted = isFromSource ? specifier.replace(/\.js$/, '.ts') : specifier;
    return nextResolve(wanted, { ...context, conditions: [...context.conditions, '@ledgerferry/source'] });
  },
});
