import { z } from 'zod';

// Zod probes `new Function` for its JIT; a strict CSP reports that as a violation.
z.config({ jitless: true });
