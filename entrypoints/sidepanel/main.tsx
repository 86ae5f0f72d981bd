import '@/components/ui/dashboard.css';
import { render } from 'preact';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { preparePage } from '@/components/ui/text';

preparePage('tall');
render(<Dashboard layout="tall" />, document.body);
