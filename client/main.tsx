import './ui/mantine.css';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { rememberKeys } from './keys/listen.ts';
import { startLanguage } from './platform/language.ts';
import { preferences } from './platform/preferences.ts';

// A key is pressed sooner than the page is there.
rememberKeys();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

await startLanguage(preferences().language);
createRoot(root).render(<App />);
