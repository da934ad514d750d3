import './app/mantine.css';
import './app/fonts.css';
import './app/theme.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguage } from './app/language.ts';
import { preferences } from './app/preferences.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

await startLanguage(preferences().language);
createRoot(root).render(<App />);
