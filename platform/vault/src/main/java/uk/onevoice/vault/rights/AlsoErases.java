package uk.onevoice.vault.rights;

import uk.onevoice.vault.Subject;

/**
 * A part of a service that keeps something of a person outside log and vault. It is asked before
 * the service says that the person is erased; again must change nothing.
 */
public interface AlsoErases {
  void erase(Subject subject);
}
