import '@/components/ui/dashboard.css';
import '@/components/dashboard/begin';
