package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;

/** Profiles one by one; those that are stored are then added to a list, many in one call. */
final class ListedPosts extends KlaviyoDelivery {
  private final ProfilePosts posts;
  private final String list;

  ListedPosts(KlaviyoSettings settings, String list) {
    super(settings);
    this.posts = new ProfilePosts(settings);
    this.list = list;
  }

  @Override
  public Limits limits() {
    return KlaviyoSpec.LISTED;
  }

  @Override
  public int overhead() {
    return posts.overhead();
  }

  /** The first of them; the others follow one by one. */
  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return posts.request(events.subList(0, 1), credential);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return Listing.of(posts, list, events).read(answer, events);
  }

  /** A profile may be posted twice: the first one is, and the others are none the worse. */
  @Override
  public Reading lost(List<Event> events) {
    return new Reading.JudgedLater(Listing.of(posts, list, events));
  }

  @Override
  public HttpDelivery shown() {
    return posts;
  }
}
