import { Navigate, useLocation, useParams } from 'react-router';

/** The address by which the catalogue's API names the console leads to where it is. */
export function Component() {
  const { api = '' } = useParams();
  const { search } = useLocation();
  return <Navigate to={`/apis/${encodeURIComponent(api)}/console${search}`} replace />;
}
