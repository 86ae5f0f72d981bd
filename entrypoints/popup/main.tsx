import '@/components/ui/dashboard.css';
import '@/components/first-paint/begin';
