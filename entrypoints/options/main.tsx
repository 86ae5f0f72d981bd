import '@/components/ui/styles/options.css';
import { render } from 'preact';
import { Options } from '@/components/options/Options';
import { preparePage } from '@/components/ui/prepare-page';

preparePage();
render(<Options />, document.body);
