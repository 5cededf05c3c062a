import { render, waitFor } from '@testing-library/react';
import { App } from './App';

describe('App', () => {
  const environment = process.env;
  afterEach(() => {
    process.env = environment;
  });

  it('shows the sign-in page', async () => {
    process.env = {
      NODE_ENV: 'test',
      // The shape that the app's build passes in; the type knows strings only.
      APP_CONFIG: [
        {
          data: {
            app: { title: 'CNOC' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as unknown as string,
    };
    const { baseElement } = render(App.createRoot());
    await waitFor(() => expect(baseElement).toHaveTextContent('Guest'));
  });
});
