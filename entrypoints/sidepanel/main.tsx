import '@/components/ui/styles/dashboard.css';
import '@/components/first-paint/begin';
