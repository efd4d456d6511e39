package uk.onevoice.feeds.subscriptions.domain;

/** Why a subscription is paused. */
public enum PauseReason {
  /** Its people asked for it. */
  ASKED,
  /** Its address said that it is gone for good. */
  GONE
}
