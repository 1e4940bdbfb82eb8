package org.bihuan.app.authority.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Sight;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * Tells the database at the beginning of every transaction how far whoever asks may see, until its end. Statements outside
 * of a transaction see nothing.
 */
public final class SightTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    SightTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        boolean machine = definition instanceof TransactionAttribute attribute
                && attribute.getLabels().contains(Asking.MACHINE);
        Sight sight = machine ? Sight.EVERYTHING : Asking.sight();
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('bihuan.level', ?, true), set_config('bihuan.code', ?, true)")) {
            statement.setString(1, Integer.toString(sight.level()));
            statement.setString(2, Long.toString(sight.code()));
            statement.execute();
        }
    }
}
