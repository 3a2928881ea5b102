export const notificationsPath = '/desktop/notifications';
