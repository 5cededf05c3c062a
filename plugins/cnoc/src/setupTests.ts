import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, on machines that are busy with other tests: a slow one is no failure.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });
