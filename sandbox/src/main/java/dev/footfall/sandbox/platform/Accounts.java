package dev.footfall.sandbox.platform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tokens and targets (datasets, event sets, ad accounts) that a double knows beside its documented
 * ones.
 */
public record Accounts(Map<String, TokenState> tokens, Set<String> targets) {

  /** Copies both. */
  public Accounts {
    tokens = Map.copyOf(tokens);
    targets = Set.copyOf(targets);
  }

  /** None of either. */
  public static Accounts none() {
    return new Accounts(Map.of(), Set.of());
  }

  /** One more token. */
  public Accounts token(String token, TokenState state) {
    Map<String, TokenState> more = new HashMap<>(tokens);
    more.put(token, state);
    return new Accounts(more, targets);
  }

  /** One more target. */
  public Accounts target(String target) {
    Set<String> more = new HashSet<>(targets);
    more.add(target);
    return new Accounts(tokens, more);
  }

  /** Both together; on a clash the others win. */
  public Accounts and(Accounts others) {
    Map<String, TokenState> moreTokens = new HashMap<>(tokens);
    moreTokens.putAll(others.tokens);
    Set<String> moreTargets = new HashSet<>(targets);
    moreTargets.addAll(others.targets);
    return new Accounts(moreTokens, moreTargets);
  }
}
