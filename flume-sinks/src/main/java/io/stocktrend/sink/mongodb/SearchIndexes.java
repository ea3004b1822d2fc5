package io.stocktrend.sink.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes that serve what is asked of a dataset: its times, and where it has symbols those. */
final class SearchIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);
  private static final String SYMBOL = "symbol";

  /** The collection has such an index by another name or with other options, or cannot have one. */
  private static final Set<Integer> CONFLICTS = Set.of(67, 85, 86);

  private SearchIndexes() {}

  /** Creates those that are missing; one that the server will not make costs no row. */
  static void create(MongoCollection<?> collection, Dataset dataset) {
    try {
      collection.createIndexes(of(dataset));
    } catch (MongoCommandException e) {
      if (!CONFLICTS.contains(e.getCode())) {
        throw e;
      }
      LOG.warn(
          "{} keeps the indexes that it has: {}", collection.getNamespace(), e.getErrorMessage());
    }
  }

  private static List<IndexModel> of(Dataset dataset) {
    List<IndexModel> indexes = new ArrayList<>();
    indexes.add(new IndexModel(Indexes.ascending(Field.EVENT_TIME.id())));
    if (dataset.schema().getField(SYMBOL) != null) {
      indexes.add(new IndexModel(Indexes.ascending(SYMBOL, Field.EVENT_TIME.id())));
    }
    return indexes;
  }
}
