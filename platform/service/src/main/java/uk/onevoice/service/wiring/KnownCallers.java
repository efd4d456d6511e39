package uk.onevoice.service.wiring;

import uk.onevoice.messaging.EventHandler;

/**
 * Who may call, in a service that may not hear the registry. A service that has such a bean hears a
 * selection of it on the topic of {@link DirectorySettings}; of all whom the registry knows, its
 * directory has those whom this handler writes there.
 *
 * @param handler fills the tables of the directory, or some of them
 */
public record KnownCallers(EventHandler handler) {}
