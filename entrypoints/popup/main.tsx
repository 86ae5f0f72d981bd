import '@/components/ui/dashboard.css';
import { render } from 'preact';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { preparePage } from '@/components/ui/text';

preparePage('compact');
render(<Dashboard layout="compact" />, document.body);
