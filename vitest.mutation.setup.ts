import fc from 'fast-check';

// Every mutant runs every test: a property shows one in its first moments, or the examples do.
fc.configureGlobal({ interruptAfterTimeLimit: 60 });
