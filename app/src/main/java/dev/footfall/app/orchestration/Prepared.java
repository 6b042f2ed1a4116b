package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import java.time.Instant;

/**
 * An orchestration whose source is open and whose query is bound to its destination.
 *
 * @param session the source's one consistent state
 * @param query what will be run, before its window is known
 * @param description of its result
 * @param now the run's clock at its start
 */
public record Prepared(
    OrchestrationConfig orchestration,
    DestinationConfig destination,
    SettingValues settings,
    SourceSession session,
    SourceQuery query,
    QueryDescription description,
    Binding binding,
    Instant now)
    implements AutoCloseable {

  /** The query's rows. */
  Rows rows(Routing routing) {
    return session.rows(routing.query(this));
  }

  @Override
  public void close() {
    session.close();
  }
}
