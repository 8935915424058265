import type { AppState } from '../../../electron/contract/app-state';
import { PushButton } from '../../components/push-button';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';
import { settingsRequests } from '../../store/settings-requests';

/** Off until the user wants it; a build that does not know where it is published has nothing to offer. */
export const NewVersionRow = ({ state }: { readonly state: AppState }) => {
  const { newVersion, preferences } = state;
  if (newVersion.kind === 'not-published') return null;
  return (
    <>
      <SwitchRow
        label="Look for new versions"
        hint={newVersion.kind === 'not-known' ? `Not known: ${newVersion.reason}.` : 'Asks github.com daily.'}
        on={preferences.newVersions}
        onChange={(on) => void requests.setPreference('newVersions', on)}
      />
      {newVersion.kind === 'newer' && (
        <div className="row">
          <p className="row-words">Latchkey {newVersion.version} is available.</p>
          <PushButton onPress={settingsRequests.openReleases}>Show in Browser</PushButton>
        </div>
      )}
    </>
  );
};
