#ifndef RECAP_EXCHANGE_H
#define RECAP_EXCHANGE_H

/// Lets two paths change places in one step. 0 on success, -1 with errno else (ENOSYS where the system can't).
int recap_exchange(const char *one, const char *other);

#endif
