/** How the editor and its parts look. */
import './editor.css';
import './links/links.css';
import './mending/mending.css';
import './paint/marks.css';
import './spine/spine.css';
