# Prepares Redmine for bench/run casework: one public project, and the key by which issues are made.
Setting.rest_api_enabled = '1'
project = Project.create!(
  name: 'Bench', identifier: 'bench', is_public: true, trackers: Tracker.all.to_a, enabled_module_names: ['issue_tracking']
)
admin = User.find_by(login: 'admin')
admin.update_columns(must_change_passwd: false)
puts [
  'READY', admin.api_key, project.id, project.trackers.first.id, IssueStatus.first.id, IssuePriority.first.id, admin.id
].join(' ')
