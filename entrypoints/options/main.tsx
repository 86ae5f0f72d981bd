import '@/components/ui/styles/dashboard.css';
import '@/components/ui/styles/options.css';
import { render } from 'preact';
import { moveToNormalWindow } from '@/components/options/actions/normal-window';
import { Options } from '@/components/options/Options';
import { preparePage } from '@/components/ui/prepare-page';
import { isPrivatePage } from '@/utils/store/private-page';

preparePage();
render(<Options />, document.body);
if (isPrivatePage()) moveToNormalWindow().catch(console.error);
