package uk.onevoice.messaging;

import org.jspecify.annotations.Nullable;

/** What a handler makes of an event's type and schema version. */
enum Comprehension {
  APPLIES,
  IGNORES,
  UNKNOWN_TYPE,
  UNKNOWN_VERSION;

  static Comprehension of(EventHandler handler, HeardEvent event) {
    if (handler.applies().contains(event.type())) {
      return event.schemaVersion() > handler.newestVersion(event.type())
          ? UNKNOWN_VERSION
          : APPLIES;
    }
    return handler.ignores(event.type()) ? IGNORES : UNKNOWN_TYPE;
  }

  /** Why the event has to wait; null when it need not. */
  @Nullable String whyNot(HeardEvent event) {
    return switch (this) {
      case APPLIES, IGNORES -> null;
      case UNKNOWN_TYPE -> "events of type " + event.type() + " are not known here";
      case UNKNOWN_VERSION ->
          "version " + event.schemaVersion() + " of " + event.type() + " is not known here";
    };
  }
}
