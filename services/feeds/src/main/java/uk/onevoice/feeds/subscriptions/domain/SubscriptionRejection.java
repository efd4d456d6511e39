package uk.onevoice.feeds.subscriptions.domain;

import java.util.UUID;

/** The rules that say no. */
public sealed interface SubscriptionRejection {
  record AlreadyMade() implements SubscriptionRejection {}

  record NotThere() implements SubscriptionRejection {}

  record AddressRefused(AllowedAddresses.Fault fault) implements SubscriptionRejection {}

  /** Each is looked at with every event: a system has a few, and filters. */
  record TooMany(int most) implements SubscriptionRejection {}

  /** Its address has not said that it wants to be rung. */
  record NotVerified() implements SubscriptionRejection {}

  /** Two sign already: first one of them ends. */
  record TwoKeysSign() implements SubscriptionRejection {}

  /** The older key would end before now, or too late. */
  record OverlapRefused(long mostDays) implements SubscriptionRejection {}

  record UnknownKey(UUID id) implements SubscriptionRejection {}

  /** Without another key, nothing would be signed. */
  record OnlyKey() implements SubscriptionRejection {}

  /** It holds nothing back: it was told, waits for its next try or behind another, or is a test. */
  record NotHeld(UUID deliveryId) implements SubscriptionRejection {}
}
