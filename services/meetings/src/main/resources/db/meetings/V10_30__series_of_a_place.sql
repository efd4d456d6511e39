-- The list of a place's series is read from the log itself, the newest first.
create index event_series_of_place
  on event ((payload ->> 'placeId'), (payload ->> 'first'), stream)
  where type = 'SeriesStarted';
